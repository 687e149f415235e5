import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** When the lesson of each number begins and ends, in the school's time zone. */
export class Bell extends Model<InferAttributes<Bell>, InferCreationAttributes<Bell>> {
  declare id: CreationOptional<number>;
  declare number: number;
  declare startsAt: string;
  declare endsAt: string;
}

export function defineBell(sequelize: Sequelize): ModelStatic<Bell> {
  return class extends Bell {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      number: { type: DataTypes.INTEGER, allowNull: false, unique: true, comment: 'Lesson number' },
      startsAt: { type: DataTypes.TEXT, allowNull: false, comment: 'Begins, as 08:30' },
      endsAt: { type: DataTypes.TEXT, allowNull: false, comment: 'Ends, as 09:10' },
    },
    { sequelize, modelName: 'Bell', tableName: 'bell', timestamps: false },
  );
}
