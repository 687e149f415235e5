import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** An authenticator that an administrator's login asks for besides. Unconfirmed it asks nothing. */
export class SecondFactor extends Model<
  InferAttributes<SecondFactor>,
  InferCreationAttributes<SecondFactor>
> {
  declare personId: number;
  declare secret: string;
  declare recovery: CreationOptional<string>;
  declare confirmedAt: CreationOptional<Date | null>;
  declare lastStep: CreationOptional<number>;
  declare wrong: CreationOptional<number>;
  declare lockedUntil: CreationOptional<Date | null>;
}

export function defineSecondFactor(sequelize: Sequelize): ModelStatic<SecondFactor> {
  return class extends SecondFactor {}.init(
    {
      personId: {
        type: DataTypes.INTEGER,
        primaryKey: true,
        references: { model: 'person', key: 'id' },
        comment: 'Whose',
      },
      secret: { type: DataTypes.TEXT, allowNull: false, comment: 'Its secret, encrypted' },
      recovery: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: '[]',
        comment: 'Hashes of the recovery codes that are left',
      },
      confirmedAt: { type: DataTypes.DATE, allowNull: true, comment: 'Asked for since' },
      lastStep: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 0,
        comment: 'Step of the newest code used: none up to it works again',
      },
      wrong: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 0,
        comment: 'Wrong codes in a row',
      },
      lockedUntil: { type: DataTypes.DATE, allowNull: true, comment: 'No code works until' },
    },
    { sequelize, modelName: 'SecondFactor', tableName: 'second_factor', timestamps: false },
  );
}
