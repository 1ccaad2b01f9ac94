// Who the app is. One identity for everything, so that what it may do stands in one place: roles.bicep.
@description('Where it is placed.')
param location string

@description('Name of the identity.')
param name string

@description('Tags of every resource.')
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('Object id, for role assignments.')
output principalId string = identity.properties.principalId

@description('Client id, which AZURE_CLIENT_ID names.')
output clientId string = identity.properties.clientId
