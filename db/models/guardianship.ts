import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A parent's tie to an own child, with the consent it rests on. */
export class Guardianship extends Model<
  InferAttributes<Guardianship>,
  InferCreationAttributes<Guardianship>
> {
  declare id: CreationOptional<number>;
  declare personId: number;
  declare pupilId: number;
  declare relation: CreationOptional<string | null>;
  declare state: CreationOptional<'active' | 'cut'>;
  declare consentVersion: CreationOptional<string | null>;
  declare consentAt: CreationOptional<Date | null>;
  declare createdAt: CreationOptional<Date>;
}

export function defineGuardianship(sequelize: Sequelize): ModelStatic<Guardianship> {
  return class extends Guardianship {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Parent',
      },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Child',
      },
      relation: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'Who it is to the child, as mother',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'active',
        comment: 'A cut tie shows nothing',
      },
      consentVersion: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'Version of the consent that was accepted',
      },
      consentAt: { type: DataTypes.DATE, allowNull: true, comment: 'When consent was given' },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
    },
    {
      sequelize,
      modelName: 'Guardianship',
      tableName: 'guardianship',
      timestamps: true,
      updatedAt: false,
    },
  );
}
