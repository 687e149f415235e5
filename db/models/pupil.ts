import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A pupil. Has no chat, no code and no rights. */
export class Pupil extends Model<InferAttributes<Pupil>, InferCreationAttributes<Pupil>> {
  declare id: CreationOptional<number>;
  declare key: CreationOptional<string | null>;
  declare lastName: string;
  declare firstName: string;
  declare middleName: CreationOptional<string | null>;
  declare nameKey: string;
  declare bornOn: CreationOptional<string | null>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export function definePupil(sequelize: Sequelize): ModelStatic<Pupil> {
  return class extends Pupil {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      key: {
        type: DataTypes.TEXT,
        allowNull: true,
        unique: true,
        comment: 'Number of the personal file, used by the import',
      },
      lastName: { type: DataTypes.TEXT, allowNull: false, comment: 'Last name' },
      firstName: { type: DataTypes.TEXT, allowNull: false, comment: 'First name' },
      middleName: { type: DataTypes.TEXT, allowNull: true, comment: 'Middle name' },
      nameKey: { type: DataTypes.TEXT, allowNull: false, comment: 'Name as it is searched for' },
      bornOn: { type: DataTypes.DATEONLY, allowNull: true, comment: 'Date of birth' },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      updatedAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it last changed' },
    },
    { sequelize, modelName: 'Pupil', tableName: 'pupil', timestamps: true },
  );
}
