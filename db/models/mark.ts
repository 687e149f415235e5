import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A mark for a lesson. It is cancelled, never deleted. */
export class Mark extends Model<InferAttributes<Mark>, InferCreationAttributes<Mark>> {
  declare id: CreationOptional<number>;
  declare lessonId: number;
  declare pupilId: number;
  declare date: string;
  declare value: CreationOptional<number | null>;
  declare kind: string;
  declare weight: number;
  declare comment: CreationOptional<string | null>;
  declare authorId: number;
  declare state: CreationOptional<'active' | 'cancelled'>;
  declare version: CreationOptional<number>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineMark(sequelize: Sequelize): ModelStatic<Mark> {
  return class extends Mark {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      lessonId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'lesson', key: 'id' },
        comment: 'Lesson',
      },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Pupil',
      },
      date: { type: DataTypes.DATEONLY, allowNull: false, comment: 'Day of the lesson' },
      value: { type: DataTypes.INTEGER, allowNull: true, comment: '1 to 5; empty is work owed' },
      kind: { type: DataTypes.TEXT, allowNull: false, comment: 'Kind of work' },
      weight: { type: DataTypes.DOUBLE, allowNull: false, comment: 'Weight in the mean' },
      comment: { type: DataTypes.TEXT, allowNull: true, comment: 'Comment' },
      authorId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Who gave it',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'active',
        comment: 'Cancelled marks count nowhere',
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
    { sequelize, modelName: 'Mark', tableName: 'mark', timestamps: true },
  );
}
