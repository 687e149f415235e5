import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A school subject. */
export class Subject extends Model<InferAttributes<Subject>, InferCreationAttributes<Subject>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare shortName: CreationOptional<string | null>;
  declare thresholdThree: CreationOptional<number | null>;
  declare thresholdFour: CreationOptional<number | null>;
  declare thresholdFive: CreationOptional<number | null>;
}

export function defineSubject(sequelize: Sequelize): ModelStatic<Subject> {
  return class extends Subject {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      name: { type: DataTypes.TEXT, allowNull: false, unique: true, comment: 'Full name' },
      shortName: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'Short name for narrow screens',
      },
      thresholdThree: {
        type: DataTypes.DOUBLE,
        allowNull: true,
        comment: 'Lowest mean for a 3; empty means as the school',
      },
      thresholdFour: {
        type: DataTypes.DOUBLE,
        allowNull: true,
        comment: 'Lowest mean for a 4; empty means as the school',
      },
      thresholdFive: {
        type: DataTypes.DOUBLE,
        allowNull: true,
        comment: 'Lowest mean for a 5; empty means as the school',
      },
    },
    { sequelize, modelName: 'Subject', tableName: 'subject', timestamps: false },
  );
}
