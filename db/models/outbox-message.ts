import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A message on its way to a messenger. */
export class OutboxMessage extends Model<
  InferAttributes<OutboxMessage>,
  InferCreationAttributes<OutboxMessage>
> {
  declare id: CreationOptional<number>;
  declare dedupeKey: string;
  declare chat: string;
  declare lane: number;
  declare payload: string;
  declare secret: CreationOptional<boolean>;
  declare state: CreationOptional<'waiting' | 'sent' | 'dead'>;
  declare attempts: CreationOptional<number>;
  declare notBefore: Date;
  declare leaseUntil: CreationOptional<Date | null>;
  declare leaseToken: CreationOptional<string | null>;
  declare lastError: CreationOptional<string | null>;
  declare createdAt: Date;
  declare sentAt: CreationOptional<Date | null>;
}

export function defineOutboxMessage(sequelize: Sequelize): ModelStatic<OutboxMessage> {
  return class extends OutboxMessage {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      dedupeKey: {
        type: DataTypes.TEXT,
        allowNull: false,
        unique: true,
        comment: 'The domain event it tells of; the same event is never queued twice',
      },
      chat: { type: DataTypes.TEXT, allowNull: false, comment: 'Chat address' },
      lane: {
        type: DataTypes.INTEGER,
        allowNull: false,
        comment: '0 reply, 1 urgent, 2 notice, 3 digest',
      },
      payload: { type: DataTypes.TEXT, allowNull: false, comment: 'The message as JSON' },
      secret: {
        type: DataTypes.BOOLEAN,
        allowNull: false,
        defaultValue: false,
        comment: 'Holds an access code: the message is emptied once it was sent or given up',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'waiting',
        comment: 'Waiting, sent or given up',
      },
      attempts: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 0,
        comment: 'Failed attempts',
      },
      notBefore: { type: DataTypes.DATE, allowNull: false, comment: 'Not to be sent before' },
      leaseUntil: { type: DataTypes.DATE, allowNull: true, comment: 'Claimed until' },
      leaseToken: { type: DataTypes.TEXT, allowNull: true, comment: 'Who claimed it' },
      lastError: { type: DataTypes.TEXT, allowNull: true, comment: 'Class of the last error' },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was queued' },
      sentAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was sent' },
    },
    { sequelize, modelName: 'OutboxMessage', tableName: 'outbox', timestamps: false },
  );
}
