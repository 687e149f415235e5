import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** That a message was sent to a person, and when it arrived and was read. */
export class MessageReceipt extends Model<
  InferAttributes<MessageReceipt>,
  InferCreationAttributes<MessageReceipt>
> {
  declare id: CreationOptional<number>;
  declare messageId: number;
  declare personId: number;
  declare deliveredAt: CreationOptional<Date | null>;
  declare readAt: CreationOptional<Date | null>;
}

export function defineMessageReceipt(sequelize: Sequelize): ModelStatic<MessageReceipt> {
  return class extends MessageReceipt {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      messageId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'message', key: 'id' },
        comment: 'Message',
      },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'To whom',
      },
      deliveredAt: { type: DataTypes.DATE, allowNull: true, comment: 'When the messenger took it' },
      readAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was read' },
    },
    { sequelize, modelName: 'MessageReceipt', tableName: 'message_receipt', timestamps: false },
  );
}
