import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A lesson that was opened in the journal. */
export class Lesson extends Model<InferAttributes<Lesson>, InferCreationAttributes<Lesson>> {
  declare id: CreationOptional<number>;
  declare courseId: number;
  declare date: string;
  declare number: number;
  declare topic: CreationOptional<string | null>;
  declare homework: CreationOptional<string | null>;
  declare homeworkDue: CreationOptional<string | null>;
  declare planItemId: CreationOptional<number | null>;
  declare attendanceAt: CreationOptional<Date | null>;
  declare authorId: CreationOptional<number | null>;
  declare version: CreationOptional<number>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineLesson(sequelize: Sequelize): ModelStatic<Lesson> {
  return class extends Lesson {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      courseId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'course', key: 'id' },
        comment: 'Course',
      },
      date: { type: DataTypes.DATEONLY, allowNull: false, comment: 'Day' },
      number: { type: DataTypes.INTEGER, allowNull: false, comment: 'Lesson number' },
      topic: { type: DataTypes.TEXT, allowNull: true, comment: 'Topic' },
      homework: { type: DataTypes.TEXT, allowNull: true, comment: 'Homework given at this lesson' },
      homeworkDue: {
        type: DataTypes.DATEONLY,
        allowNull: true,
        comment: 'Day the homework is for; empty is the next lesson',
      },
      planItemId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'plan_item', key: 'id' },
        comment: 'Line of the plan',
      },
      attendanceAt: { type: DataTypes.DATE, allowNull: true, comment: 'When the roll was called' },
      authorId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'Who filled it in last',
      },
      version: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 1,
        comment: 'Grows with each change',
      },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      updatedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it last changed' },
    },
    { sequelize, modelName: 'Lesson', tableName: 'lesson', timestamps: true },
  );
}
