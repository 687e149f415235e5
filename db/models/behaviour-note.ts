import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** Praise or a remark about a pupil. It is cancelled, never deleted. */
export class BehaviourNote extends Model<
  InferAttributes<BehaviourNote>,
  InferCreationAttributes<BehaviourNote>
> {
  declare id: CreationOptional<number>;
  declare pupilId: number;
  declare authorId: number;
  declare kind: 'good' | 'bad';
  declare text: string;
  declare date: string;
  declare state: CreationOptional<'active' | 'cancelled'>;
  declare version: CreationOptional<number>;
  declare operation: string;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineBehaviourNote(sequelize: Sequelize): ModelStatic<BehaviourNote> {
  return class extends BehaviourNote {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Pupil',
      },
      authorId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Who wrote it',
      },
      kind: { type: DataTypes.TEXT, allowNull: false, comment: 'Praise or a remark' },
      text: { type: DataTypes.TEXT, allowNull: false, comment: 'What it says' },
      date: { type: DataTypes.DATEONLY, allowNull: false, comment: 'Day it was written on' },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'active',
        comment: 'Cancelled notes count nowhere',
      },
      version: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 1,
        comment: 'Grows with each change',
      },
      operation: {
        type: DataTypes.TEXT,
        allowNull: false,
        comment: 'What was written in one go shares this',
      },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      updatedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it last changed' },
    },
    { sequelize, modelName: 'BehaviourNote', tableName: 'behaviour_note', timestamps: true },
  );
}
