import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** What another system reads the journal's export by. Only its hash is kept. */
export class ApiToken extends Model<InferAttributes<ApiToken>, InferCreationAttributes<ApiToken>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare tokenHash: string;
  declare madeById: number;
  declare madeAt: Date;
  /** Exact to a minute. */
  declare lastUsedAt: CreationOptional<Date | null>;
  declare revokedAt: CreationOptional<Date | null>;
}

export function defineApiToken(sequelize: Sequelize): ModelStatic<ApiToken> {
  return class extends ApiToken {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      name: { type: DataTypes.TEXT, allowNull: false, comment: 'Which system it was made for' },
      tokenHash: {
        type: DataTypes.TEXT,
        allowNull: false,
        unique: true,
        comment: 'Hash of the token',
      },
      madeById: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Who made it',
      },
      madeAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      lastUsedAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was last used' },
      revokedAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was revoked' },
    },
    { sequelize, modelName: 'ApiToken', tableName: 'api_token', timestamps: false },
  );
}
