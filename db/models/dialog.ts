import {
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A question that waits for a free-text answer in a chat. */
export class Dialog extends Model<InferAttributes<Dialog>, InferCreationAttributes<Dialog>> {
  declare chat: string;
  declare name: string;
  declare data: string;
  declare version: number;
  declare expiresAt: Date;
}

export function defineDialog(sequelize: Sequelize): ModelStatic<Dialog> {
  return class extends Dialog {}.init(
    {
      chat: { type: DataTypes.TEXT, primaryKey: true, allowNull: false, comment: 'Chat address' },
      name: { type: DataTypes.TEXT, allowNull: false, comment: 'Which question' },
      data: { type: DataTypes.TEXT, allowNull: false, comment: 'What it is about, as JSON' },
      version: { type: DataTypes.INTEGER, allowNull: false, comment: 'Version of the data' },
      expiresAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it is forgotten' },
    },
    { sequelize, modelName: 'Dialog', tableName: 'dialog', timestamps: false },
  );
}
