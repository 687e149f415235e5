import { z } from 'zod';
import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import { exportQuery } from './query.ts';
import { problemBody } from './schemas.ts';

const PROBLEMS = {
  400: 'A parameter is wrong',
  401: 'No token, or one that is not in force',
  406: 'Neither JSON nor CSV is wanted',
  429: 'Too many requests: Retry-After says for how many seconds to wait',
} as const;

const ABOUT = [
  'Read-only export of the journal. Days are of the school, instants are UTC.',
  'Rows come in a stable order, page by page: pass `next` as `cursor` until it is null; CSV tells it',
  'in the Link header. Ids stay the same: what comes again replaces what came before, and a record',
  'whose state is `cancelled` is to be removed. An administrator makes and revokes tokens in the',
  'panel.',
].join(' ');

/** The OpenAPI 3.1 document of the export, made of the schemas that the endpoints answer by. */
export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Zhurnal: export for a regional system', version: '1.0.0', description: ABOUT },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths: Object.fromEntries(
      ENDPOINTS.map((endpoint) => [`/${endpoint.path}`, { get: operation(endpoint) }]),
    ),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        ...Object.fromEntries(ENDPOINTS.map((one) => [one.schemaName, jsonSchema(one.schema)])),
        Problem: jsonSchema(problemBody),
      },
    },
  };
}

function operation({ path, schemaName, summary, schema }: Endpoint): object {
  const page = {
    type: 'object',
    properties: {
      rows: { type: 'array', items: { $ref: `#/components/schemas/${schemaName}` } },
      next: { type: ['string', 'null'], description: '`cursor` of the next page; null at the end' },
    },
    required: ['rows', 'next'],
    additionalProperties: false,
  };
  const csv = { type: 'string', description: `Heading: ${Object.keys(schema.shape).join(',')}` };
  return {
    operationId: path,
    summary,
    parameters: parameters(),
    responses: {
      200: {
        description: summary,
        headers: { Link: { description: 'rel="next"', schema: { type: 'string' } } },
        content: { 'application/json': { schema: page }, 'text/csv': { schema: csv } },
      },
      304: { description: 'The same as the ETag of If-None-Match' },
      ...Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, description]) => [status, problem(description)]),
      ),
    },
  };
}

function parameters(): object[] {
  return Object.entries(exportQuery.shape).map(([name, schema]) => {
    const { description, ...shape } = jsonSchema(schema);
    const required = !schema.safeParse(undefined).success;
    return { name, in: 'query', required, ...(description ? { description } : {}), schema: shape };
  });
}

function problem(description: string): object {
  const schema = { $ref: '#/components/schemas/Problem' };
  return { description, content: { 'application/problem+json': { schema } } };
}

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...shape } = z.toJSONSchema(schema);
  return shape;
}
