import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A subject taught to a class, or to a subgroup of it, by one teacher. */
export class Course extends Model<InferAttributes<Course>, InferCreationAttributes<Course>> {
  declare id: CreationOptional<number>;
  declare classId: number;
  declare subjectId: number;
  declare groupName: CreationOptional<string>;
  declare teacherId: CreationOptional<number | null>;
  declare markFree: CreationOptional<boolean>;
}

export function defineCourse(sequelize: Sequelize): ModelStatic<Course> {
  return class extends Course {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      classId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'school_class', key: 'id' },
        comment: 'Class',
      },
      subjectId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'subject', key: 'id' },
        comment: 'Subject',
      },
      groupName: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: '',
        comment: 'Subgroup; empty means the whole class',
      },
      teacherId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'Teacher',
      },
      markFree: {
        type: DataTypes.BOOLEAN,
        allowNull: false,
        defaultValue: false,
        comment: 'Taught without marks',
      },
    },
    { sequelize, modelName: 'Course', tableName: 'course', timestamps: false },
  );
}
