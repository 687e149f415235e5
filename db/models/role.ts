import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A right given to a person; class teachers and parents follow from their classes and children. */
export class Role extends Model<InferAttributes<Role>, InferCreationAttributes<Role>> {
  declare id: CreationOptional<number>;
  declare personId: number;
  declare role: 'teacher' | 'deputy_head' | 'administrator';
}

export function defineRole(sequelize: Sequelize): ModelStatic<Role> {
  return class extends Role {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Person',
      },
      role: { type: DataTypes.TEXT, allowNull: false, comment: 'Role' },
    },
    { sequelize, modelName: 'Role', tableName: 'role', timestamps: false },
  );
}
