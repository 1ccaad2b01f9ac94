// Queues, the blobs of long messages, and the app's own package. Shared keys are off: every caller has an identity.
@description('Where the account is placed.')
param location string

@description('Globally unique: 3 to 24 lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Redundancy of the account.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param redundancy string

@description('The queues; each gets its poison queue.')
param queueNames string[]

@description('Container of messages that are too long for a queue.')
param longMessageContainer string

@description('Container of the app package that Flex Consumption runs.')
param deploymentContainer string

@description('Days after which a long message is removed. A queue message lives seven days; its blob must outlive it.')
@minValue(8)
param longMessageDays int

@description('Days in which a deleted blob or container can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int

@description('Tags of every resource.')
param tags { *: string }

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2026-06-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2026-06-01' = [
  for queue in flatten(map(queueNames, queue => [queue, '${queue}-poison'])): {
    parent: queueService
    name: queue
  }
]

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2026-06-01' = [
  for container in [longMessageContainer, deploymentContainer]: {
    parent: blobService
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2026-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'remove-long-messages'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${longMessageContainer}/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: longMessageDays } } }
          }
        }
      ]
    }
  }
  dependsOn: [containers]
}

@description('Resource id.')
output id string = account.id

@description('Where the queues are.')
output queueServiceUri string = account.properties.primaryEndpoints.queue

@description('Where the blobs are.')
output blobServiceUri string = account.properties.primaryEndpoints.blob

@description('Where the app package is.')
output packageUri string = '${account.properties.primaryEndpoints.blob}${deploymentContainer}'
