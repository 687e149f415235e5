import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A class of one academic year. */
export class SchoolClass extends Model<
  InferAttributes<SchoolClass>,
  InferCreationAttributes<SchoolClass>
> {
  declare id: CreationOptional<number>;
  declare academicYearId: number;
  declare grade: number;
  declare letter: string;
  declare classTeacherId: CreationOptional<number | null>;
}

export function defineSchoolClass(sequelize: Sequelize): ModelStatic<SchoolClass> {
  return class extends SchoolClass {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      academicYearId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'academic_year', key: 'id' },
        comment: 'Academic year',
      },
      grade: { type: DataTypes.INTEGER, allowNull: false, comment: 'Grade, 1 to 11' },
      letter: { type: DataTypes.TEXT, allowNull: false, comment: 'Letter' },
      classTeacherId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'Class teacher',
      },
    },
    { sequelize, modelName: 'SchoolClass', tableName: 'school_class', timestamps: false },
  );
}
