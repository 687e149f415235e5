import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A pupil's time in a class. */
export class Enrolment extends Model<
  InferAttributes<Enrolment>,
  InferCreationAttributes<Enrolment>
> {
  declare id: CreationOptional<number>;
  declare pupilId: number;
  declare classId: number;
  declare number: number;
  declare startsOn: string;
  declare endsOn: CreationOptional<string | null>;
  declare orderIn: CreationOptional<string | null>;
  declare orderOut: CreationOptional<string | null>;
}

export function defineEnrolment(sequelize: Sequelize): ModelStatic<Enrolment> {
  return class extends Enrolment {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Pupil',
      },
      classId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'school_class', key: 'id' },
        comment: 'Class',
      },
      number: { type: DataTypes.INTEGER, allowNull: false, comment: 'Number in the class list' },
      startsOn: { type: DataTypes.DATEONLY, allowNull: false, comment: 'First day in the class' },
      endsOn: {
        type: DataTypes.DATEONLY,
        allowNull: true,
        comment: 'Last day in the class; empty while enrolled',
      },
      orderIn: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'Number and date of the order the pupil came by',
      },
      orderOut: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'Number and date of the order the pupil left by',
      },
    },
    { sequelize, modelName: 'Enrolment', tableName: 'enrolment', timestamps: false },
  );
}
