import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A session of the panel. */
export class PanelSession extends Model<
  InferAttributes<PanelSession>,
  InferCreationAttributes<PanelSession>
> {
  declare sid: string;
  declare expires: CreationOptional<Date | null>;
  declare data: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function definePanelSession(sequelize: Sequelize): ModelStatic<PanelSession> {
  return class extends PanelSession {}.init(
    {
      sid: {
        type: DataTypes.STRING(36),
        primaryKey: true,
        allowNull: false,
        comment: 'Session id',
      },
      expires: { type: DataTypes.DATE, allowNull: true, comment: 'Valid until' },
      data: { type: DataTypes.TEXT, allowNull: true, comment: 'Session data' },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      updatedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it last changed' },
    },
    { sequelize, modelName: 'PanelSession', tableName: 'session', timestamps: true },
  );
}
