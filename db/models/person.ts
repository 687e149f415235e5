import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** An adult: staff or parent. Pupils are never persons. */
export class Person extends Model<InferAttributes<Person>, InferCreationAttributes<Person>> {
  declare id: CreationOptional<number>;
  declare key: CreationOptional<string | null>;
  declare lastName: string;
  declare firstName: string;
  declare middleName: CreationOptional<string | null>;
  declare nameKey: string;
  declare phone: CreationOptional<string | null>;
  declare language: CreationOptional<'ru' | 'en' | null>;
  declare state: CreationOptional<'active' | 'inactive'>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function definePerson(sequelize: Sequelize): ModelStatic<Person> {
  return class extends Person {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      key: {
        type: DataTypes.TEXT,
        allowNull: true,
        unique: true,
        comment: "Stable key from the school's own list, used by the import",
      },
      lastName: { type: DataTypes.TEXT, allowNull: false, comment: 'Last name' },
      firstName: { type: DataTypes.TEXT, allowNull: false, comment: 'First name' },
      middleName: { type: DataTypes.TEXT, allowNull: true, comment: 'Middle name' },
      nameKey: { type: DataTypes.TEXT, allowNull: false, comment: 'Name as it is searched for' },
      phone: { type: DataTypes.TEXT, allowNull: true, comment: 'Phone' },
      language: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: "Language of the chat; empty means the school's",
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'active',
        comment: 'An inactive person has no rights',
      },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      updatedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it last changed' },
    },
    { sequelize, modelName: 'Person', tableName: 'person', timestamps: true },
  );
}
