import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A quarter, trimester or half-year of some grades. */
export class Term extends Model<InferAttributes<Term>, InferCreationAttributes<Term>> {
  declare id: CreationOptional<number>;
  declare academicYearId: number;
  declare kind: 'quarter' | 'trimester' | 'half_year';
  declare number: number;
  declare startsOn: string;
  declare endsOn: string;
  declare minGrade: CreationOptional<number>;
  declare maxGrade: CreationOptional<number>;
  declare state: CreationOptional<'open' | 'closed'>;
}

export function defineTerm(sequelize: Sequelize): ModelStatic<Term> {
  return class extends Term {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      academicYearId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'academic_year', key: 'id' },
        comment: 'Academic year',
      },
      kind: { type: DataTypes.TEXT, allowNull: false, comment: 'Quarter, trimester or half-year' },
      number: { type: DataTypes.INTEGER, allowNull: false, comment: 'Number within the year' },
      startsOn: { type: DataTypes.DATEONLY, allowNull: false, comment: 'First day' },
      endsOn: { type: DataTypes.DATEONLY, allowNull: false, comment: 'Last day' },
      minGrade: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 1,
        comment: 'Lowest grade that studies by this term',
      },
      maxGrade: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 11,
        comment: 'Highest grade that studies by this term',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'open',
        comment: 'A closed term refuses changes',
      },
    },
    { sequelize, modelName: 'Term', tableName: 'term', timestamps: false },
  );
}
