import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** Another teacher takes one lesson. */
export class Substitution extends Model<
  InferAttributes<Substitution>,
  InferCreationAttributes<Substitution>
> {
  declare id: CreationOptional<number>;
  declare courseId: number;
  declare date: string;
  declare number: number;
  declare teacherId: number;
}

export function defineSubstitution(sequelize: Sequelize): ModelStatic<Substitution> {
  return class extends Substitution {}.init(
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
      teacherId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Teacher who takes the lesson',
      },
    },
    { sequelize, modelName: 'Substitution', tableName: 'substitution', timestamps: false },
  );
}
