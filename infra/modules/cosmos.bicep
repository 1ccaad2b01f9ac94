// Documents. Keys are off: the app reads and writes by the role that roles.bicep gives it.
@description('A container of documents. The code has the same list.')
type container = {
  @description('Name.')
  name: string
  @description('Path of the partition key.')
  partitionKey: string
  @description('Top-level properties that queries name; nothing else but the type is indexed.')
  indexed: string[]
}

@description('Where the account is placed.')
param location string

@description('Globally unique: 3 to 44 lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(44)
param name string

@description('Name of the database.')
param databaseName string

@description('What is paid for: each operation, or a share of a reserved maximum.')
@allowed(['Serverless', 'Autoscale'])
param capacity string

@description('Autoscale only: the most RU a second, shared by all containers.')
@minValue(1000)
param autoscaleMaximum int

@description('How far back the account can be restored, at any second.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backup string

@description('Whether the replicas are in three zones.')
param zoneRedundant bool

@description('Whether deleting it needs the lock to be removed first.')
param locked bool

@description('Tags of every resource.')
param tags { *: string }

@description('All containers.')
var containers container[] = [
  { name: 'posts', partitionKey: '/id', indexed: ['status', 'publishedAt', 'suggestedBy'] }
  { name: 'sources', partitionKey: '/id', indexed: [] }
  { name: 'employees', partitionKey: '/id', indexed: ['digestSlot', 'unit'] }
  { name: 'consents', partitionKey: '/employeeId', indexed: [] }
  { name: 'deliveries', partitionKey: '/employeeId', indexed: ['state', 'editionId'] }
  { name: 'engagements', partitionKey: '/subject', indexed: ['kind', 'day'] }
  { name: 'editions', partitionKey: '/id', indexed: [] }
  { name: 'insights', partitionKey: '/id', indexed: ['week'] }
  { name: 'programme', partitionKey: '/id', indexed: [] }
  { name: 'failures', partitionKey: '/id', indexed: ['state'] }
  { name: 'limits', partitionKey: '/id', indexed: [] }
]

resource account 'Microsoft.DocumentDB/databaseAccounts@2026-03-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: zoneRedundant }]
    capabilities: capacity == 'Serverless' ? [{ name: 'EnableServerless' }] : []
    // Many instances, each with a session of its own: what one writes (a withdrawal) the next must see.
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: backup } }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2026-03-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: { id: databaseName }
    options: capacity == 'Autoscale' ? { autoscaleSettings: { maxThroughput: autoscaleMaximum } } : {}
  }
}

// Every write is indexed, and each indexed path costs RU on each write: only what a query names. The partition key counts as
// indexed by itself only where it is the id.
resource sqlContainers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2026-03-15' = [
  for container in containers: {
    parent: database
    name: container.name
    properties: {
      resource: {
        id: container.name
        partitionKey: { kind: 'Hash', version: 2, paths: [container.partitionKey] }
        defaultTtl: -1
        indexingPolicy: {
          indexingMode: 'consistent'
          automatic: true
          includedPaths: map(
            union(
              ['/type'],
              container.partitionKey == '/id' ? [] : [container.partitionKey],
              map(container.indexed, field => '/${field}')
            ),
            path => { path: '${path}/?' }
          )
          excludedPaths: [{ path: '/*' }]
        }
      }
    }
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'Consents and deliveries: what the company must be able to prove.' }
}

@description('Resource id.')
output id string = account.id

@description('Where the documents are.')
output endpoint string = account.properties.documentEndpoint
