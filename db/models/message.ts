import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** One message of a thread. What it says is for its family and the class teacher alone. */
export class Message extends Model<InferAttributes<Message>, InferCreationAttributes<Message>> {
  declare id: CreationOptional<number>;
  declare threadId: number;
  declare authorId: number;
  declare side: 'school' | 'family';
  declare text: string;
  declare fileKind: CreationOptional<'photo' | null>;
  declare fileId: CreationOptional<string | null>;
  declare fileName: CreationOptional<string | null>;
  declare operation: string;
  declare sentAt: Date;
}

export function defineMessage(sequelize: Sequelize): ModelStatic<Message> {
  return class extends Message {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      threadId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'thread', key: 'id' },
        comment: 'Thread',
      },
      authorId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Who wrote it',
      },
      side: {
        type: DataTypes.TEXT,
        allowNull: false,
        comment: 'Written by the school or by the family',
      },
      text: { type: DataTypes.TEXT, allowNull: false, comment: 'What it says' },
      fileKind: { type: DataTypes.TEXT, allowNull: true, comment: 'Kind of the file' },
      fileId: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'The file as the messenger names it',
      },
      fileName: { type: DataTypes.TEXT, allowNull: true, comment: 'Name of the file' },
      operation: {
        type: DataTypes.TEXT,
        allowNull: false,
        comment: 'What was sent in one go shares this',
      },
      sentAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was sent' },
    },
    { sequelize, modelName: 'Message', tableName: 'message', timestamps: false },
  );
}
