import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A question about the journal itself, and what has become of it. */
export class SupportRequest extends Model<
  InferAttributes<SupportRequest>,
  InferCreationAttributes<SupportRequest>
> {
  declare id: CreationOptional<number>;
  declare personId: number;
  declare chat: string;
  declare text: string;
  declare screen: CreationOptional<string | null>;
  declare state: CreationOptional<'open' | 'answered' | 'closed'>;
  declare answeredById: CreationOptional<number | null>;
  declare answeredAt: CreationOptional<Date | null>;
  declare closedAt: CreationOptional<Date | null>;
  declare createdAt: Date;
}

export function defineSupportRequest(sequelize: Sequelize): ModelStatic<SupportRequest> {
  const person = { model: 'person', key: 'id' };
  return class extends SupportRequest {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: person,
        comment: 'Who asks',
      },
      chat: { type: DataTypes.TEXT, allowNull: false, comment: 'Chat the answer goes to' },
      text: { type: DataTypes.TEXT, allowNull: false, comment: 'The question' },
      screen: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'What was opened before the question: a command or a button with its ids',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'open',
        comment: 'Open, answered or closed',
      },
      answeredById: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: person,
        comment: 'Who answered first',
      },
      answeredAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was first answered' },
      closedAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was closed' },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was asked' },
    },
    { sequelize, modelName: 'SupportRequest', tableName: 'support_request', timestamps: false },
  );
}
