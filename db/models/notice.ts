import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/**
 * What a parent is to be told, or was last told, of one record of a child: a mark, an absence, a term
 * mark, a behaviour note. Waiting until it ripens, or, as the parent has chosen, for the evening or
 * the end of the week.
 */
export class Notice extends Model<InferAttributes<Notice>, InferCreationAttributes<Notice>> {
  declare id: CreationOptional<number>;
  declare personId: number;
  declare pupilId: number;
  declare kind: 'mark' | 'absence' | 'term_mark' | 'behaviour_note';
  declare recordId: number;
  declare state: CreationOptional<'waiting' | 'evening' | 'week' | 'settled'>;
  declare lane: 1 | 2 | 3;
  declare told: CreationOptional<string | null>;
  declare ripeAt: Date;
}

export function defineNotice(sequelize: Sequelize): ModelStatic<Notice> {
  return class extends Notice {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Parent',
      },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Child',
      },
      kind: { type: DataTypes.TEXT, allowNull: false, comment: 'What it tells of' },
      recordId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        comment: 'The record it tells of',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'waiting',
        comment: 'Waiting to be told, held for a summary, or settled',
      },
      lane: {
        type: DataTypes.INTEGER,
        allowNull: false,
        comment: '1 urgent, 2 calm, 3 with a summary',
      },
      told: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'What the parent was last told; empty means nothing',
      },
      ripeAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it may be told' },
    },
    { sequelize, modelName: 'Notice', tableName: 'notice', timestamps: false },
  );
}
