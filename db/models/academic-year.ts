import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A school year; everything in the journal is read by year. */
export class AcademicYear extends Model<
  InferAttributes<AcademicYear>,
  InferCreationAttributes<AcademicYear>
> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare startsOn: string;
  declare endsOn: string;
  declare state: CreationOptional<'open' | 'closed'>;
}

export function defineAcademicYear(sequelize: Sequelize): ModelStatic<AcademicYear> {
  return class extends AcademicYear {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      name: {
        type: DataTypes.TEXT,
        allowNull: false,
        unique: true,
        comment: 'Name of the year, as 2026/27',
      },
      startsOn: { type: DataTypes.DATEONLY, allowNull: false, comment: 'First day' },
      endsOn: { type: DataTypes.DATEONLY, allowNull: false, comment: 'Last day' },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'open',
        comment: 'Open, or closed for good',
      },
    },
    { sequelize, modelName: 'AcademicYear', tableName: 'academic_year', timestamps: false },
  );
}
