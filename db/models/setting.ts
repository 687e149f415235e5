import {
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A setting of the school. */
export class Setting extends Model<InferAttributes<Setting>, InferCreationAttributes<Setting>> {
  declare key: string;
  declare value: string;
}

export function defineSetting(sequelize: Sequelize): ModelStatic<Setting> {
  return class extends Setting {}.init(
    {
      key: {
        type: DataTypes.TEXT,
        primaryKey: true,
        allowNull: false,
        comment: 'Name of the setting',
      },
      value: { type: DataTypes.TEXT, allowNull: false, comment: 'Value' },
    },
    { sequelize, modelName: 'Setting', tableName: 'setting', timestamps: false },
  );
}
