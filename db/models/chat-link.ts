import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A chat that a person reads the journal in. */
export class ChatLink extends Model<InferAttributes<ChatLink>, InferCreationAttributes<ChatLink>> {
  declare id: CreationOptional<number>;
  declare personId: number;
  declare address: string;
  declare state: CreationOptional<'active' | 'blocked' | 'cut'>;
  declare linkedAt: Date;
}

export function defineChatLink(sequelize: Sequelize): ModelStatic<ChatLink> {
  return class extends ChatLink {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Person',
      },
      address: { type: DataTypes.TEXT, allowNull: false, unique: true, comment: 'Chat address' },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'active',
        comment: 'Active, blocked by the user, or cut',
      },
      linkedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was linked' },
    },
    { sequelize, modelName: 'ChatLink', tableName: 'chat_link', timestamps: false },
  );
}
