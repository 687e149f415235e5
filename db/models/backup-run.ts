import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** What became of one backup, restore or restore drill. A good backup is a checked one. */
export class BackupRun extends Model<
  InferAttributes<BackupRun>,
  InferCreationAttributes<BackupRun>
> {
  declare id: CreationOptional<number>;
  declare kind: 'nightly' | 'console' | 'chat' | 'panel' | 'drill' | 'restore';
  declare state: 'good' | 'failed';
  declare at: Date;
  declare file: CreationOptional<string | null>;
  /** Of the encrypted file; below 2 GB in a school's lifetime. */
  declare bytes: CreationOptional<number | null>;
  declare auditLines: CreationOptional<number | null>;
  declare auditHead: CreationOptional<string | null>;
  declare offSite: CreationOptional<'done' | 'failed' | null>;
  declare removedAt: CreationOptional<Date | null>;
  /** A BackupProblem. */
  declare error: CreationOptional<string | null>;
}

export function defineBackupRun(sequelize: Sequelize): ModelStatic<BackupRun> {
  return class extends BackupRun {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      kind: { type: DataTypes.TEXT, allowNull: false, comment: 'Who asked for it' },
      state: { type: DataTypes.TEXT, allowNull: false, comment: 'Good or failed' },
      at: { type: DataTypes.DATE, allowNull: false, comment: 'When' },
      file: { type: DataTypes.TEXT, allowNull: true, comment: 'Name of the file' },
      bytes: { type: DataTypes.INTEGER, allowNull: true, comment: 'Size of the encrypted file' },
      auditLines: { type: DataTypes.INTEGER, allowNull: true, comment: 'Lines of the audit in it' },
      auditHead: { type: DataTypes.TEXT, allowNull: true, comment: 'Hash of the last of them' },
      offSite: { type: DataTypes.TEXT, allowNull: true, comment: 'Sent elsewhere: done or failed' },
      removedAt: { type: DataTypes.DATE, allowNull: true, comment: 'Removed by rotation' },
      error: { type: DataTypes.TEXT, allowNull: true, comment: 'Why it failed' },
    },
    { sequelize, modelName: 'BackupRun', tableName: 'backup_run', timestamps: false },
  );
}
