import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** What a pupil has for a term of a course, or for its year. It is cancelled, never deleted. */
export class TermMark extends Model<InferAttributes<TermMark>, InferCreationAttributes<TermMark>> {
  declare id: CreationOptional<number>;
  declare pupilId: number;
  declare courseId: number;
  declare termId: CreationOptional<number | null>;
  declare value: string;
  declare proposal: CreationOptional<string | null>;
  declare mean: CreationOptional<number | null>;
  declare authorId: number;
  declare state: CreationOptional<'active' | 'cancelled'>;
  declare version: CreationOptional<number>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function defineTermMark(sequelize: Sequelize): ModelStatic<TermMark> {
  return class extends TermMark {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Pupil',
      },
      courseId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'course', key: 'id' },
        comment: 'Course',
      },
      termId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'term', key: 'id' },
        comment: 'Term; empty means the year',
      },
      value: { type: DataTypes.TEXT, allowNull: false, comment: 'What stands for the term' },
      proposal: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'What was proposed when it was decided',
      },
      mean: {
        type: DataTypes.DOUBLE,
        allowNull: true,
        comment: 'Mean when it was decided',
      },
      authorId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Who decided',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'active',
        comment: 'Cancelled marks count nowhere',
      },
      version: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 1,
        comment: 'Grows with each change',
      },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      updatedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it last changed' },
    },
    { sequelize, modelName: 'TermMark', tableName: 'term_mark', timestamps: true },
  );
}
