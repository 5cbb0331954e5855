import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeService, fakeServer } from './fake.js';

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}
interface Page {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

let fake: FakeService;
let page: Page;

beforeAll(async () => {
  fake = await fakeServer();
  page = (await fake.server.inject('/openapi.json')).json<Page>();
});
afterAll(() => fake.server.close());

function operations(): readonly (readonly [name: string, operation: Operation])[] {
  return Object.entries(page.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  );
}

describe('/openapi.json', () => {
  it('is OpenAPI 3.1 of this version', () => {
    expect(page.openapi).toMatch(/^3\.1\./);
    expect(page.info).toMatchObject({ title: 'afterlode', version: '9.8.7' });
  });

  it('has every route of the API and no other', () => {
    const routes = fake.server
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .flatMap((line) => {
        const found = /(\/\S*) \(([A-Z, ]+)\)/.exec(line);
        return found === null ? [] : [found];
      });
    const expected = `
      GET /health
      GET /ready
      GET /api/health
      GET /api/session
      GET /api/session/openid
      GET /api/session/openid/back
      GET /api/session/openid/end
      POST /api/session
      DELETE /api/session
      POST /api/session/password
      GET /api/sessions
      DELETE /api/sessions/{id}
      GET /api/accounts
      POST /api/accounts
      POST /api/accounts/{name}/erase
      GET /api/accounts/{name}
      GET /api/accounts/{name}/personal
      GET /api/accounts/{name}/identities
      POST /api/accounts/{name}/identities
      DELETE /api/accounts/{name}/identities/{id}
      POST /api/accounts/{name}/roles
      DELETE /api/accounts/{name}/roles
      POST /api/accounts/{name}/state
      POST /api/accounts/{name}/password
      GET /api/tokens
      POST /api/tokens
      DELETE /api/tokens/{id}
      GET /api/audit
      GET /api/audit/head
      POST /api/audit/verify
      GET /api/meta
      GET /api/explain
      GET /api/catalog
      GET /api/tables
      GET /api/cities
      GET /api/cities/{city}
      GET /api/cities/{city}/page
      GET /api/cities/{city}/report
      GET /api/cities/{city}/story
      GET /api/cities/{city}/match
      GET /api/cities/{city}/annual
      GET /api/cities/{city}/form
      GET /api/survey
      POST /api/survey
      GET /api/targets
      POST /api/targets
      GET /api/ledger
      GET /api/ledger/finding
      GET /api/ledger/export
      POST /api/ledger
      POST /api/ledger/steps
      POST /api/ledger/recheck
      POST /api/ledger/import
      POST /api/ledger/assignment
      POST /api/ledger/comments
      GET /api/ledger.ics
      GET /api/ledger/files
      POST /api/ledger/files
      GET /api/claims
      GET /api/claims/{id}
      GET /api/recovery
      GET /api/classify
      GET /api/analyse/{kind}
      POST /api/analyse/{kind}
      GET /api/evaluate
      GET /api/evaluate/report
      POST /api/transfer
      GET /api/overview
      GET /api/checkup
      GET /api/compare
      GET /api/compare/places
      GET /api/places
      GET /api/layers
      GET /api/layers/{name}
      GET /api/laboratory/{index}
      GET /api/findings
      POST /api/findings
      GET /api/decisions
      POST /api/decisions
      GET /api/imports
      GET /api/imports/{sha}/rejects
      GET /api/issues
      POST /api/imports
      POST /api/index
      POST /api/index/export
      POST /api/mcda
      POST /api/rasters
      POST /api/zonal
      POST /api/disorder
      POST /api/disorder/plan
      POST /api/inefficient-land
      POST /api/inefficient-land/export
      POST /api/vacancy
      POST /api/vacant-land
      POST /api/ground
      POST /api/ground/export
      POST /api/complexity
      POST /api/distress
      POST /api/linkages
      POST /api/restoration
      POST /api/restoration/export
      POST /api/restoration/treatment
      POST /api/restoration/treatment/export
      POST /api/restoration/legacy
      POST /api/restoration/legacy/export
      POST /api/restoration/forest
      POST /api/restoration/forest/export
      POST /api/chain
      POST /api/chain/map
      POST /api/chain/report
      POST /api/vacancy/export
      POST /api/renewal
      POST /api/roadmap
      POST /api/cities/{city}/plan
      POST /api/cities/{city}/plan/report
      POST /api/successors
      GET /api/subsidence
      POST /api/subsidence
      GET /api/subsidence/{id}
      GET /api/subsidence/{id}/grid
      GET /api/subsidence/{id}/points
      GET /api/subsidence/{id}/series
      GET /api/subsidence/{id}/buildings
      POST /api/vacant-land/example
      GET /api/vacant-land/projects
      POST /api/vacant-land/projects
      GET /api/vacant-land/projects/{id}
      DELETE /api/vacant-land/projects/{id}
      PUT /api/vacant-land/projects/{id}/labels
      POST /api/vacant-land/projects/{id}/train
      GET /api/vacant-land/projects/{id}/training
      GET /api/vacant-land/projects/{id}/picture
      GET /api/vacant-land/projects/{id}/probability
      GET /api/vacant-land/projects/{id}/files/{name}
      GET /api/rounds
      POST /api/rounds
      GET /api/rounds/{round}
      GET /api/rounds/{round}/returns
      POST /api/rounds/{round}/open
      POST /api/rounds/{round}/close
      POST /api/rounds/{round}/lock
      POST /api/rounds/{round}/compute
      POST /api/rounds/{round}/recompute
      GET /api/rounds/{round}/results
      POST /api/rounds/{round}/publish
      GET /api/rounds/{round}/returns/{city}
      PUT /api/rounds/{round}/returns/{city}/values
      POST /api/rounds/{round}/returns/{city}/steps
      GET /api/rounds/{round}/returns/{city}/workbook
      POST /api/rounds/{round}/returns/{city}/workbook
      POST /api/rounds/{round}/returns/{city}/evidence
      GET /api/rounds/{round}/returns/{city}/evidence/{sha256}
      GET /api/snapshots
      GET /api/snapshots/{hash}
      GET /api/snapshots/{hash}/document
      POST /api/snapshots/{hash}/verify
      GET /api/reports/{city}
      GET /api/backup
      GET /api/webhooks
      POST /api/webhooks
      PATCH /api/webhooks/{id}
      DELETE /api/webhooks/{id}
      POST /api/webhooks/{id}/secret
      POST /api/webhooks/{id}/test
      GET /api/webhooks/{id}/deliveries
      GET /api/values
      GET /api/export
      GET /api/tables/{table}/file
      GET /dcat.jsonld
      GET /ogc
      GET /ogc/conformance
      GET /ogc/collections
      GET /ogc/collections/cities
      GET /ogc/collections/cities/items
      GET /ogc/collections/cities/items/{feature}
      GET /ogc/collections/findings
      GET /ogc/collections/findings/items
      GET /ogc/collections/findings/items/{feature}`
      .trim()
      .split(/\n\s*/);
    expect(
      operations()
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(expected.toSorted());
    expect(routes.length).toBeGreaterThan(10);
  });

  it('gives each a summary, a group, a described answer and problems', () => {
    const poor = operations().filter(([, { summary = '', tags, responses }]) => {
      // What leads a browser elsewhere has no answer of its own.
      const good = responses['200'] ?? responses['302'];
      return (
        !/\w/.test(summary) ||
        tags?.length !== 1 ||
        !/\w/.test(good?.description ?? '') ||
        good?.content === undefined ||
        !JSON.stringify(responses['4XX'] ?? '').includes('application/problem+json')
      );
    });
    expect(poor.map(([name]) => name)).toEqual([]);
  });

  it('declares every parameter in its path, and bodies', () => {
    const declared = operations().map(([name, operation]) => [
      name,
      (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name),
    ]);
    const named = operations().map(([name]) => [
      name,
      [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
    ]);
    expect(declared).toEqual(named);
    const query = page.paths['/api/explain']?.get?.parameters ?? [];
    expect(query).toEqual([expect.objectContaining({ name: 'id', in: 'query', required: true })]);
    expect(page.paths['/api/decisions']?.post?.requestBody).toBeDefined();
  });

  it('has a component for every reference', () => {
    const references = [...JSON.stringify(page).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(10);
    for (const [, name] of references) expect(Object.keys(page.components.schemas)).toContain(name);
  });
});
