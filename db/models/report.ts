import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';
import type { ReportKind } from '../rules/report-kinds.ts';

/** A periodic report with its numbers as they were when it was made or approved. */
export class Report extends Model<InferAttributes<Report>, InferCreationAttributes<Report>> {
  declare id: CreationOptional<number>;
  declare kind: ReportKind;
  declare teacherId: CreationOptional<number | null>;
  declare classId: CreationOptional<number | null>;
  declare academicYearId: number;
  declare termId: CreationOptional<number | null>;
  declare data: string;
  declare state: CreationOptional<'draft' | 'approved'>;
  declare version: CreationOptional<number>;
  declare madeAt: Date;
  declare approvedAt: CreationOptional<Date | null>;
  declare approvedById: CreationOptional<number | null>;
}

export function defineReport(sequelize: Sequelize): ModelStatic<Report> {
  return class extends Report {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      kind: { type: DataTypes.TEXT, allowNull: false, comment: 'Kind of the report' },
      teacherId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'Teacher it is of',
      },
      classId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'school_class', key: 'id' },
        comment: 'Class it is of; without a teacher and a class it is the school’s',
      },
      academicYearId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'academic_year', key: 'id' },
        comment: 'Academic year',
      },
      termId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'term', key: 'id' },
        comment: 'Term; empty means the year',
      },
      data: { type: DataTypes.TEXT, allowNull: false, comment: 'Its numbers' },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'draft',
        comment: 'A draft, or approved by its author',
      },
      version: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 1,
        comment: 'Grows with each change',
      },
      madeAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      approvedAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was approved' },
      approvedById: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'Who approved it',
      },
    },
    { sequelize, modelName: 'Report', tableName: 'report', timestamps: false },
  );
}
