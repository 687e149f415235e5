import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** One line of the append-only audit: who changed what, through which door. */
export class Change extends Model<InferAttributes<Change>, InferCreationAttributes<Change>> {
  declare id: CreationOptional<number>;
  declare operation: string;
  declare record: string;
  declare recordId: number;
  declare pupilId: CreationOptional<number | null>;
  declare lessonId: CreationOptional<number | null>;
  declare actorId: CreationOptional<number | null>;
  declare door: 'chat' | 'panel' | 'import' | 'job';
  declare at: Date;
  declare before: CreationOptional<string | null>;
  declare after: CreationOptional<string | null>;
  declare reason: CreationOptional<string | null>;
  declare undoes: CreationOptional<string | null>;
  declare prevHash: string;
  declare hash: string;
}

export function defineChange(sequelize: Sequelize): ModelStatic<Change> {
  return class extends Change {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      operation: {
        type: DataTypes.TEXT,
        allowNull: false,
        comment: 'What was done in one go shares this',
      },
      record: { type: DataTypes.TEXT, allowNull: false, comment: 'Kind of the record' },
      recordId: { type: DataTypes.INTEGER, allowNull: false, comment: 'Record' },
      pupilId: { type: DataTypes.INTEGER, allowNull: true, comment: 'Pupil it concerns' },
      lessonId: { type: DataTypes.INTEGER, allowNull: true, comment: 'Lesson it concerns' },
      actorId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'Who did it',
      },
      door: { type: DataTypes.TEXT, allowNull: false, comment: 'Through which door' },
      at: { type: DataTypes.DATE, allowNull: false, comment: 'When' },
      before: { type: DataTypes.TEXT, allowNull: true, comment: 'Before' },
      after: { type: DataTypes.TEXT, allowNull: true, comment: 'After' },
      reason: { type: DataTypes.TEXT, allowNull: true, comment: 'Reason' },
      undoes: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'Operation that this one takes back',
      },
      prevHash: { type: DataTypes.TEXT, allowNull: false, comment: 'Hash of the line before' },
      hash: { type: DataTypes.TEXT, allowNull: false, unique: true, comment: 'Hash of this line' },
    },
    { sequelize, modelName: 'Change', tableName: 'change', timestamps: false },
  );
}
