import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** Holidays and days off. */
export class DayOff extends Model<InferAttributes<DayOff>, InferCreationAttributes<DayOff>> {
  declare id: CreationOptional<number>;
  declare academicYearId: number;
  declare startsOn: string;
  declare endsOn: string;
  declare name: string;
  declare grade: CreationOptional<number | null>;
}

export function defineDayOff(sequelize: Sequelize): ModelStatic<DayOff> {
  return class extends DayOff {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      academicYearId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'academic_year', key: 'id' },
        comment: 'Academic year',
      },
      startsOn: { type: DataTypes.DATEONLY, allowNull: false, comment: 'First day off' },
      endsOn: { type: DataTypes.DATEONLY, allowNull: false, comment: 'Last day off' },
      name: { type: DataTypes.TEXT, allowNull: false, comment: 'What it is, as Autumn holidays' },
      grade: {
        type: DataTypes.INTEGER,
        allowNull: true,
        comment: 'Only this grade; empty means everybody',
      },
    },
    { sequelize, modelName: 'DayOff', tableName: 'day_off', timestamps: false },
  );
}
