import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A session of the panel. Its own id is in the browser's cookie alone; here is the hash of it. */
export class PanelSession extends Model<
  InferAttributes<PanelSession>,
  InferCreationAttributes<PanelSession>
> {
  declare sid: string;
  declare personId: number;
  declare way: 'password' | 'link';
  declare browser: CreationOptional<string>;
  declare startedAt: Date;
  declare seenAt: Date;
  declare expires: Date;
  declare data: string;
}

export function definePanelSession(sequelize: Sequelize): ModelStatic<PanelSession> {
  return class extends PanelSession {}.init(
    {
      sid: {
        type: DataTypes.TEXT,
        primaryKey: true,
        allowNull: false,
        comment: 'Hash of the session id',
      },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Who is logged in',
      },
      way: { type: DataTypes.TEXT, allowNull: false, comment: 'By password or by a link' },
      browser: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: '',
        comment: 'Browser and system, shortened',
      },
      startedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When the login was' },
      seenAt: { type: DataTypes.DATE, allowNull: false, comment: 'Last seen, to a minute' },
      expires: { type: DataTypes.DATE, allowNull: false, comment: 'Valid until' },
      data: { type: DataTypes.TEXT, allowNull: false, comment: 'Session data' },
    },
    { sequelize, modelName: 'PanelSession', tableName: 'session', timestamps: false },
  );
}
