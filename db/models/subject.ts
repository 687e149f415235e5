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
    },
    { sequelize, modelName: 'Subject', tableName: 'subject', timestamps: false },
  );
}
