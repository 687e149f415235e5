import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A pupil of a subgroup. */
export class CoursePupil extends Model<
  InferAttributes<CoursePupil>,
  InferCreationAttributes<CoursePupil>
> {
  declare id: CreationOptional<number>;
  declare courseId: number;
  declare pupilId: number;
}

export function defineCoursePupil(sequelize: Sequelize): ModelStatic<CoursePupil> {
  return class extends CoursePupil {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      courseId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'course', key: 'id' },
        comment: 'Course',
      },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Pupil',
      },
    },
    { sequelize, modelName: 'CoursePupil', tableName: 'course_pupil', timestamps: false },
  );
}
