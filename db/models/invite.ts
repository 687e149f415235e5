import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A one-time code that links a chat. Only hashes are kept. */
export class Invite extends Model<InferAttributes<Invite>, InferCreationAttributes<Invite>> {
  declare id: CreationOptional<number>;
  declare kind: 'staff' | 'family';
  declare personId: CreationOptional<number | null>;
  declare pupilId: CreationOptional<number | null>;
  declare codeHash: string;
  declare tokenHash: string;
  declare createdById: CreationOptional<number | null>;
  declare createdAt: Date;
  declare expiresAt: Date;
  declare usedAt: CreationOptional<Date | null>;
  declare usedById: CreationOptional<number | null>;
  declare revokedAt: CreationOptional<Date | null>;
}

export function defineInvite(sequelize: Sequelize): ModelStatic<Invite> {
  return class extends Invite {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      kind: { type: DataTypes.TEXT, allowNull: false, comment: 'For staff or for a family' },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'For whom; empty if the parent is not known yet',
      },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'pupil', key: 'id' },
        comment: "The child, in a family's code",
      },
      codeHash: {
        type: DataTypes.TEXT,
        allowNull: false,
        unique: true,
        comment: 'Hash of the typed code',
      },
      tokenHash: {
        type: DataTypes.TEXT,
        allowNull: false,
        unique: true,
        comment: 'Hash of the deep link',
      },
      createdById: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'Who made it',
      },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was made' },
      expiresAt: { type: DataTypes.DATE, allowNull: false, comment: 'Valid until' },
      usedAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was used' },
      usedById: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'Who used it',
      },
      revokedAt: { type: DataTypes.DATE, allowNull: true, comment: 'When it was revoked' },
    },
    { sequelize, modelName: 'Invite', tableName: 'invite', timestamps: false },
  );
}
