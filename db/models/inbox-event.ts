import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** An event of a messenger, stored before it is acknowledged. */
export class InboxEvent extends Model<
  InferAttributes<InboxEvent>,
  InferCreationAttributes<InboxEvent>
> {
  declare id: CreationOptional<number>;
  declare eventId: string;
  declare chat: string;
  declare payload: string;
  declare state: CreationOptional<'new' | 'done'>;
  declare receivedAt: Date;
  declare doneAt: CreationOptional<Date | null>;
}

export function defineInboxEvent(sequelize: Sequelize): ModelStatic<InboxEvent> {
  return class extends InboxEvent {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      eventId: {
        type: DataTypes.TEXT,
        allowNull: false,
        unique: true,
        comment: 'Id the messenger gave',
      },
      chat: { type: DataTypes.TEXT, allowNull: false, comment: 'Chat address' },
      payload: { type: DataTypes.TEXT, allowNull: false, comment: 'The event as JSON' },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'new',
        comment: 'New or done',
      },
      receivedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it came' },
      doneAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was done' },
    },
    { sequelize, modelName: 'InboxEvent', tableName: 'inbox', timestamps: false },
  );
}
