import {
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** What a person has chosen for themselves; what is absent is as the school has it. */
export class Preference extends Model<
  InferAttributes<Preference>,
  InferCreationAttributes<Preference>
> {
  declare personId: number;
  declare key: string;
  declare value: string;
}

export function definePreference(sequelize: Sequelize): ModelStatic<Preference> {
  return class extends Preference {}.init(
    {
      personId: {
        type: DataTypes.INTEGER,
        primaryKey: true,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Person',
      },
      key: {
        type: DataTypes.TEXT,
        primaryKey: true,
        allowNull: false,
        comment: 'Name of the preference',
      },
      value: { type: DataTypes.TEXT, allowNull: false, comment: 'Value' },
    },
    { sequelize, modelName: 'Preference', tableName: 'preference', timestamps: false },
  );
}
