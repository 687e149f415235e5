import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A try to log in to the panel. */
export class LoginAttempt extends Model<
  InferAttributes<LoginAttempt>,
  InferCreationAttributes<LoginAttempt>
> {
  declare id: CreationOptional<number>;
  declare login: string;
  declare ip: string;
  declare succeeded: boolean;
  declare at: Date;
}

export function defineLoginAttempt(sequelize: Sequelize): ModelStatic<LoginAttempt> {
  return class extends LoginAttempt {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      login: { type: DataTypes.TEXT, allowNull: false, comment: 'Login that was typed' },
      ip: { type: DataTypes.TEXT, allowNull: false, comment: 'Address it came from' },
      succeeded: { type: DataTypes.BOOLEAN, allowNull: false, comment: 'Whether it was let in' },
      at: { type: DataTypes.DATE, allowNull: false, comment: 'When' },
    },
    { sequelize, modelName: 'LoginAttempt', tableName: 'login_attempt', timestamps: false },
  );
}
