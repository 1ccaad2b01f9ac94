// Sign-in with the company's accounts, for the comms pages. Who is not signed in is let through to the app on purpose: employees'
// links must work without (a mail provider's one-click POST cannot sign in at all), so the app itself refuses the comms pages to
// everyone without a principal. See "Who may see what" in the README.
@description('The app.')
param appName string

@description('Client id of the app registration whose accounts may sign in.')
param clientId string

@description('Setting that names the identity that stands in for a client secret.')
param identitySetting string

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource signIn 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
    httpSettings: { requireHttps: true, forwardProxy: { convention: 'NoProxy' } }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          clientSecretSettingName: identitySetting
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [clientId, 'api://${clientId}']
          defaultAuthorizationPolicy: { allowedApplications: [clientId] }
        }
      }
    }
    login: {
      // Nothing is called in the person's name, so nothing is kept.
      tokenStore: { enabled: false }
      cookieExpiration: { convention: 'FixedTime', timeToExpiration: '08:00:00' }
      nonce: { validateNonce: true }
    }
  }
}
