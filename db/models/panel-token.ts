import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A one-time link into the panel. Only its hash is kept. */
export class PanelToken extends Model<
  InferAttributes<PanelToken>,
  InferCreationAttributes<PanelToken>
> {
  declare id: CreationOptional<number>;
  declare tokenHash: string;
  declare personId: CreationOptional<number | null>;
  declare createdAt: Date;
  declare expiresAt: Date;
  declare usedAt: CreationOptional<Date | null>;
  declare chat: CreationOptional<string | null>;
  declare codeHash: CreationOptional<string | null>;
  declare wrong: CreationOptional<number>;
}

export function definePanelToken(sequelize: Sequelize): ModelStatic<PanelToken> {
  return class extends PanelToken {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      tokenHash: {
        type: DataTypes.TEXT,
        allowNull: false,
        unique: true,
        comment: 'Hash of the link',
      },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'For whom; empty in the set-up link',
      },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      expiresAt: { type: DataTypes.DATE, allowNull: false, comment: 'Valid until' },
      usedAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was used' },
      chat: { type: DataTypes.TEXT, allowNull: true, comment: 'Chat it was asked for in' },
      codeHash: { type: DataTypes.TEXT, allowNull: true, comment: 'Hash of its code' },
      wrong: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 0,
        comment: 'Wrong codes typed',
      },
    },
    { sequelize, modelName: 'PanelToken', tableName: 'panel_token', timestamps: false },
  );
}
