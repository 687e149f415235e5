import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A pupil's absence from a lesson. It is cancelled, never deleted. */
export class Absence extends Model<InferAttributes<Absence>, InferCreationAttributes<Absence>> {
  declare id: CreationOptional<number>;
  declare lessonId: number;
  declare pupilId: number;
  declare date: string;
  declare code: 'absent' | 'ill' | 'excused' | 'late';
  declare authorId: number;
  declare state: CreationOptional<'active' | 'cancelled'>;
  declare version: CreationOptional<number>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineAbsence(sequelize: Sequelize): ModelStatic<Absence> {
  return class extends Absence {}.init(
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
      code: { type: DataTypes.TEXT, allowNull: false, comment: 'Absent, ill, excused or late' },
      authorId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Who noted it',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'active',
        comment: 'Cancelled absences count nowhere',
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
    { sequelize, modelName: 'Absence', tableName: 'absence', timestamps: true },
  );
}
