import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** What a parent is to be told, or was last told, about one mark or absence. */
export class Notice extends Model<InferAttributes<Notice>, InferCreationAttributes<Notice>> {
  declare id: CreationOptional<number>;
  declare personId: number;
  declare pupilId: number;
  declare kind: 'mark' | 'absence';
  declare recordId: number;
  declare state: CreationOptional<'waiting' | 'settled'>;
  declare lane: 1 | 2;
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
      kind: { type: DataTypes.TEXT, allowNull: false, comment: 'Mark or absence' },
      recordId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        comment: 'Mark or absence it tells of',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'waiting',
        comment: 'Waiting to be told, or settled',
      },
      lane: { type: DataTypes.INTEGER, allowNull: false, comment: '1 urgent, 2 calm' },
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
