import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** One slot of a job, done once. */
export class JobRun extends Model<InferAttributes<JobRun>, InferCreationAttributes<JobRun>> {
  declare id: CreationOptional<number>;
  declare job: string;
  declare slot: string;
  declare state: 'running' | 'done' | 'failed';
  declare attempts: CreationOptional<number>;
  declare leaseUntil: CreationOptional<Date | null>;
  declare startedAt: Date;
  declare finishedAt: CreationOptional<Date | null>;
  declare error: CreationOptional<string | null>;
}

export function defineJobRun(sequelize: Sequelize): ModelStatic<JobRun> {
  return class extends JobRun {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      job: { type: DataTypes.TEXT, allowNull: false, comment: 'Job' },
      slot: { type: DataTypes.TEXT, allowNull: false, comment: 'Slot it was due at' },
      state: { type: DataTypes.TEXT, allowNull: false, comment: 'Running, done or failed' },
      attempts: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1, comment: 'Attempts' },
      leaseUntil: { type: DataTypes.DATE, allowNull: true, comment: 'Claimed until' },
      startedAt: { type: DataTypes.DATE, allowNull: false, comment: 'Started' },
      finishedAt: { type: DataTypes.DATE, allowNull: true, comment: 'Finished' },
      error: { type: DataTypes.TEXT, allowNull: true, comment: 'Class of the error' },
    },
    { sequelize, modelName: 'JobRun', tableName: 'job_run', timestamps: false },
  );
}
