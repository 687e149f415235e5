import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A wrong code typed in a chat. */
export class CodeAttempt extends Model<
  InferAttributes<CodeAttempt>,
  InferCreationAttributes<CodeAttempt>
> {
  declare id: CreationOptional<number>;
  declare address: string;
  declare at: Date;
}

export function defineCodeAttempt(sequelize: Sequelize): ModelStatic<CodeAttempt> {
  return class extends CodeAttempt {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      address: { type: DataTypes.TEXT, allowNull: false, comment: 'Chat address' },
      at: { type: DataTypes.DATE, allowNull: false, comment: 'When' },
    },
    { sequelize, modelName: 'CodeAttempt', tableName: 'code_attempt', timestamps: false },
  );
}
