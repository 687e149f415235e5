import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** How a parent explains that a child is away on a day, and what the class teacher made of it. */
export class AbsenceExcuse extends Model<
  InferAttributes<AbsenceExcuse>,
  InferCreationAttributes<AbsenceExcuse>
> {
  declare id: CreationOptional<number>;
  declare pupilId: number;
  declare date: string;
  declare personId: number;
  declare answer: 'ill' | 'excused' | 'unknown' | 'other';
  declare text: CreationOptional<string | null>;
  declare state: CreationOptional<'new' | 'applied' | 'declined'>;
  declare code: CreationOptional<'ill' | 'excused' | null>;
  declare decidedById: CreationOptional<number | null>;
  declare decidedAt: CreationOptional<Date | null>;
  declare version: CreationOptional<number>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineAbsenceExcuse(sequelize: Sequelize): ModelStatic<AbsenceExcuse> {
  return class extends AbsenceExcuse {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Pupil',
      },
      date: { type: DataTypes.DATEONLY, allowNull: false, comment: 'Day of absence' },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Parent',
      },
      answer: { type: DataTypes.TEXT, allowNull: false, comment: 'What the parent answered' },
      text: { type: DataTypes.TEXT, allowNull: true, comment: 'In the parent’s own words' },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'new',
        comment: 'New, applied or declined',
      },
      code: { type: DataTypes.TEXT, allowNull: true, comment: 'Code the class teacher gave' },
      decidedById: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'Who decided',
      },
      decidedAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was decided' },
      version: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 1,
        comment: 'Grows with each change',
      },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      updatedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it last changed' },
    },
    { sequelize, modelName: 'AbsenceExcuse', tableName: 'absence_excuse', timestamps: true },
  );
}
