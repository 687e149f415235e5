import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** What follows a question: an answer of the office, or more words of whoever asked. */
export class SupportMessage extends Model<
  InferAttributes<SupportMessage>,
  InferCreationAttributes<SupportMessage>
> {
  declare id: CreationOptional<number>;
  declare requestId: number;
  declare authorId: number;
  declare side: 'asker' | 'office';
  declare text: string;
  declare sentAt: Date;
  declare toldAt: CreationOptional<Date | null>;
}

export function defineSupportMessage(sequelize: Sequelize): ModelStatic<SupportMessage> {
  return class extends SupportMessage {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      requestId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'support_request', key: 'id' },
        comment: 'Question',
      },
      authorId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Who wrote it',
      },
      side: { type: DataTypes.TEXT, allowNull: false, comment: 'Whoever asked, or the office' },
      text: { type: DataTypes.TEXT, allowNull: false, comment: 'What it says' },
      sentAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was written' },
      toldAt: { type: DataTypes.DATE, allowNull: true, comment: 'When the other side was told' },
    },
    { sequelize, modelName: 'SupportMessage', tableName: 'support_message', timestamps: false },
  );
}
