import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A login to the panel. */
export class Credential extends Model<
  InferAttributes<Credential>,
  InferCreationAttributes<Credential>
> {
  declare personId: number;
  declare login: string;
  declare passwordHash: string;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineCredential(sequelize: Sequelize): ModelStatic<Credential> {
  return class extends Credential {}.init(
    {
      personId: {
        type: DataTypes.INTEGER,
        primaryKey: true,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Person',
      },
      login: { type: DataTypes.TEXT, allowNull: false, unique: true, comment: 'Login' },
      passwordHash: { type: DataTypes.TEXT, allowNull: false, comment: 'Hash of the password' },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      updatedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it last changed' },
    },
    { sequelize, modelName: 'Credential', tableName: 'credential', timestamps: true },
  );
}
