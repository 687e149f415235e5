import {
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** Which of several processes is the bot now. */
export class BotLease extends Model<InferAttributes<BotLease>, InferCreationAttributes<BotLease>> {
  declare name: string;
  declare token: string;
  declare until: Date;
}

export function defineBotLease(sequelize: Sequelize): ModelStatic<BotLease> {
  return class extends BotLease {}.init(
    {
      name: { type: DataTypes.TEXT, primaryKey: true, comment: 'What is held' },
      token: { type: DataTypes.TEXT, allowNull: false, comment: 'Who holds it' },
      until: {
        type: DataTypes.DATE,
        allowNull: false,
        comment: 'Held until, by the clock of the database',
      },
    },
    { sequelize, modelName: 'BotLease', tableName: 'bot_lease', timestamps: false },
  );
}
